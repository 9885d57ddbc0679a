import "../style/tokens.css";
import "../style/base.css";
import "../style/parts.css";
import { render } from "preact";
import { Empty } from "../parts/empty.tsx";

const place = document.getElementById("page");
if (place !== null)
  render(
    <main class="instance">
      <h1>Trainyard</h1>
      <Empty>This page is being built.</Empty>
    </main>,
    place,
  );
