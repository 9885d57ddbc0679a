export { suggest } from "../spec/closest.ts";
