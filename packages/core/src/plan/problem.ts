export type { Problem } from "../spec/problem.ts";
