/** The report's style; light and dark, narrow and wide, and on paper. */
export const reportStyle: string = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--text:#1b2330;--muted:#596377;--line:#dde1e8;--accent:#2457d6;--right:36,140,90;--wrong:204,72,54}
@media (prefers-color-scheme:dark){:root{--bg:#12161d;--card:#1a2029;--text:#e8ecf3;--muted:#a3adbd;--line:#303846;--accent:#8fb0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 20px 64px}
h1{margin:0;font-size:26px;line-height:1.25;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{margin:36px 0 12px;font-size:18px}
p{margin:4px 0}
.muted,figcaption{color:var(--muted);font-size:13px}
.note{margin:16px 0;padding:10px 14px;border-left:3px solid #c98a1b;background:var(--card);border-radius:6px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:20px 0 0}
.tiles div,figure,.wide,.facts{background:var(--card);border:1px solid var(--line);border-radius:10px}
.tiles div{padding:12px 14px}
.tiles dt{color:var(--muted);font-size:13px}
.tiles dd{margin:0;font-size:24px;font-weight:640;font-variant-numeric:tabular-nums}
.tiles .about{margin-top:2px;color:var(--muted);font-size:13px;font-weight:400}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:16px 0 0;padding:14px}
.facts dt{color:var(--muted)}.facts dd{margin:0;overflow-wrap:anywhere}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:16px}
figure{margin:0;padding:14px;min-width:0}
.chart{display:block;width:100%;height:auto}
.chart text{fill:var(--muted);font-size:12px}
.grid{stroke:var(--line);fill:none}
.line{fill:none;stroke-width:1.6;stroke-linejoin:round}
.line.mean{stroke-width:3}
.line.mark{stroke:var(--muted);stroke-dasharray:4 4}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin:8px 0 0;padding:0;list-style:none;font-size:13px}
.legend li{display:flex;align-items:center;gap:6px;min-width:0;overflow-wrap:anywhere}
.legend i{flex:none;width:16px;height:3px;border-radius:2px}
.mean{stroke:var(--text)}i.mean{background:var(--text)}
.wide{overflow-x:auto}
.wide:focus-visible{outline:2px solid var(--accent)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:14px}
th,td{padding:7px 12px;text-align:right;border-top:1px solid var(--line);white-space:nowrap}
thead th{border-top:0;color:var(--muted);font-weight:560}
th:first-child{text-align:left;max-width:240px;overflow:hidden;text-overflow:ellipsis}
tbody th{font-weight:560}
.bar{display:block;width:64px;height:4px;margin-left:auto;background:var(--line);border-radius:2px}
.bar .fill{fill:var(--accent)}
.matrix td{text-align:center}.matrix th[scope=col]{max-width:140px;overflow:hidden;text-overflow:ellipsis;text-align:center}
.none{color:var(--muted)}
.right.heat1{background:rgba(var(--right),.15)}.right.heat2{background:rgba(var(--right),.28)}.right.heat3{background:rgba(var(--right),.42)}.right.heat4{background:rgba(var(--right),.56)}
.wrong.heat1{background:rgba(var(--wrong),.15)}.wrong.heat2{background:rgba(var(--wrong),.28)}.wrong.heat3{background:rgba(var(--wrong),.42)}.wrong.heat4{background:rgba(var(--wrong),.56)}
.shots{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:16px}
.shots figure{padding:10px}
.shots figcaption{margin-top:6px}.shot{display:block;width:100%;height:auto;border-radius:6px}
.shot rect{fill:none;stroke-width:2;vector-effect:non-scaling-stroke}
.shot .truth{stroke:#fff;stroke-dasharray:5 4}
.shot .under{stroke:#000;stroke-opacity:.55;stroke-width:4}
.shots .name{color:var(--text);font-weight:560;overflow-wrap:anywhere}
${["#2f6fe4", "#d9622b", "#1f9d63", "#b645c9", "#c79a12", "#12a3b8", "#d43d6b", "#7a7f2a"]
  .map((color, at) => `.c${at}{stroke:${color}}i.c${at}{background:${color}}`)
  .join("\n")}
@media (max-width:480px){main{padding:20px 12px 40px}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:8px}h1{font-size:22px}}
@media print{body{background:#fff}.wide{overflow:visible}figure{break-inside:avoid}}
`;
