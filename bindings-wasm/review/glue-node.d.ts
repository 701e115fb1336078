// Generated glue for Node has the very classes of the bundler glue.
export * from "./review.js";
