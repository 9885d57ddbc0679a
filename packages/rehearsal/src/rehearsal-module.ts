/** File URL of the module that a rehearsal's process runs: beside this one, in the clone and in the package. */
export function rehearsalModule(): string {
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return new URL(`./rehearsal-main${extension}`, import.meta.url).href;
}
