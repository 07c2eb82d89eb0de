/// <reference types="vite/client" />
import pathWithCitations from "../../test/queries/a-path-with-citations.graphql?raw";
import cambodiaVeto from "../../test/queries/did-cambodia-veto-anything.graphql?raw";
import neighbours from "../../test/queries/neighbours-for-a-picture.graphql?raw";
import chinaBlocked from "../../test/queries/what-china-blocked.graphql?raw";
import eachStateMayBlock from "../../test/queries/what-each-state-may-block.graphql?raw";
import kingSaid from "../../test/queries/what-robert-king-said.graphql?raw";
import severalSources from "../../test/queries/what-several-sources-confirm.graphql?raw";
import reportRecommends from "../../test/queries/what-the-coi-report-recommends.graphql?raw";
import knownOfThePanel from "../../test/queries/what-was-known-of-the-panel.graphql?raw";
import disputedTally from "../../test/queries/where-the-tally-of-2014-is-disputed.graphql?raw";
import whoBlocked from "../../test/queries/who-blocked-what.graphql?raw";
import whoStandsInTheWay from "../../test/queries/who-stands-in-the-way-of-the-icc-referral.graphql?raw";
import { readQuestion, type Question } from "./question.js";

/** The worked questions, in the order of their tabs. Each is a golden test: its answer stands beside its query. */
export const questions: readonly Question[] = [
  whoBlocked,
  chinaBlocked,
  whoStandsInTheWay,
  eachStateMayBlock,
  reportRecommends,
  kingSaid,
  disputedTally,
  severalSources,
  knownOfThePanel,
  cambodiaVeto,
  pathWithCitations,
  neighbours,
].map(readQuestion);
