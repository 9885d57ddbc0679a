/** A page and the package that serves it. Its files go to that package's `page` folder, beside `src` and `dist`. */
export interface PageBuild {
  readonly page: "train-app" | "instance";
  readonly folder: string;
}

/** Every page that is built. */
export const pageBuilds: readonly PageBuild[] = [
  { page: "train-app", folder: "packages/app/page" },
  { page: "instance", folder: "packages/local/page" },
];
