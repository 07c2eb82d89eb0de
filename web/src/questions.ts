/// <reference types="vite/client" />
import one from "../samples/one.graphql?raw";
import two from "../samples/two.graphql?raw";
import { readQuestion, type Question } from "./question.js";

/** The worked questions, in the order of their tabs. Each is a golden test: its answer stands beside its query. */
export const questions: readonly Question[] = [one, two].map(readQuestion);
