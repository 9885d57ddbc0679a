import "../style/tokens.css";
import "../style/base.css";
import "../style/parts.css";
import "../style/instance.css";
import { render } from "preact";
import { InstancePage } from "./instance-page.tsx";
import { watchTasks } from "./live-tasks.ts";

watchTasks();
const place = document.getElementById("page");
if (place !== null) render(<InstancePage />, place);
