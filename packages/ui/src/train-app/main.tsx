import "../style/tokens.css";
import "../style/base.css";
import "../style/parts.css";
import "../style/train-app.css";
import { render } from "preact";
import { connect } from "./page-link.ts";
import { TrainApp } from "./train-app.tsx";

connect();
const place = document.getElementById("page");
if (place !== null) render(<TrainApp />, place);
