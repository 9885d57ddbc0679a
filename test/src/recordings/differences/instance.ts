import type { Difference } from "../difference.ts";
import { each, refused, started, startedWith } from "../difference.ts";

const plain = "plain-with-agent";

/** What the environment, the agents and the instance's answers make of a call. */
export const instanceDifferences: readonly Difference[] = [
  {
    chapter: "Environment",
    title: "TEAM_ID that is no number",
    why: "The SDK's error is Python's about a literal, and names no variable.",
    ends: {
      "teamid-env-empty": refused("ENV_INVALID", "TEAM_ID", '""'),
      "teamid-env-not-a-number": refused("ENV_INVALID", "TEAM_ID", '"abc"'),
      "teamid-env-fraction": refused("ENV_INVALID", "TEAM_ID", '"7.5"'),
    },
  },
  {
    chapter: "Agents",
    title: "One agent that reports no GPU does not spoil the choice",
    why: "The SDK reads the first GPU of every agent and fails on the one that has none to tell of, however good the others are.",
    ends: {
      ...each(
        [
          "agent-gpuinfo-null",
          "agent-available-missing",
          "agent-gpu-info-missing",
          "agent-device-memory-null",
          "agent-gpu-info-null-last",
          "agent-memory-is-text",
        ],
        started(plain, { agentId: 22 }),
      ),
      "agent-gpu-info-null-and-kubernetes": started(plain, { agentId: 31 }),
    },
  },
  {
    chapter: "Agents",
    title: "No agent will do",
    why: "The SDK starts the task for the agent null when it knows none of the agents' types.",
    ends: {
      "agent-none": refused("AGENT_NOT_FOUND", "no running agent with a GPU"),
      "agent-device-memory-empty": refused("AGENT_NOT_FOUND", "21"),
      "agent-unknown-type-only": refused("AGENT_NOT_FOUND", "21", "docker"),
      "agents-forbidden": refused("FORBIDDEN", "agents.available", "403"),
    },
  },
  {
    chapter: "Answers of the instance",
    title: "A project that is not there",
    why: "The SDK goes on with None and ends in an AttributeError.",
    ends: {
      "project-not-found-404": refused("PROJECT_NOT_FOUND", "project 999"),
      "project-null": refused("PROJECT_NOT_FOUND", "project 101"),
      "project-without-workspace": refused("ANSWER_UNEXPECTED", "projects.info", "workspaceId"),
    },
  },
  {
    chapter: "Answers of the instance",
    title: "Refusals carry the instance's reason",
    why: "The SDK raises the HTTP library's error, with the address and the raw answer.",
    ends: {
      "project-forbidden-403": refused("FORBIDDEN", "projects.info", "Access denied"),
      "project-bad-request-400": refused("REQUEST_REJECTED", "projects.info", "id is required"),
      "meta-404": refused("NOT_FOUND", "projects.meta", "404"),
      "token-unauthorized-401": refused("UNAUTHORIZED", "401", "token"),
      "teams-forbidden": refused("FORBIDDEN", "teams.list", "403"),
      "ecosystem-forbidden": refused("FORBIDDEN", "ecosystem.list", "403"),
      "run-app-400": refused("REQUEST_REJECTED", "tasks.run.app", "Agent is not running"),
      "run-app-403": refused("FORBIDDEN", "tasks.run.app", "403"),
    },
  },
  {
    chapter: "Answers of the instance",
    title: "Answers of another form are told by endpoint and place",
    why: "The SDK ends in a KeyError, an IndexError or a JSONDecodeError somewhere within, or returns a task without an id.",
    ends: {
      "meta-without-classes": refused("ANSWER_UNEXPECTED", "projects.meta", "classes"),
      "meta-class-without-shape": refused("ANSWER_UNEXPECTED", "projects.meta", "classes.0.shape"),
      "teams-list-total-mismatch": refused("ANSWER_UNEXPECTED", "teams.list", "0 of 3"),
      "teams-no-json": started("plain-with-agent"),
      "ecosystem-module-without-id": refused("ANSWER_UNEXPECTED", "ecosystem.list", "id"),
      "run-app-object": refused("ANSWER_UNEXPECTED", "tasks.run.app"),
      "run-app-empty-array": refused("ANSWER_UNEXPECTED", "tasks.run.app"),
      "run-app-without-ids": refused("ANSWER_UNEXPECTED", "tasks.run.app", "task id"),
    },
  },
  {
    chapter: "The start",
    title: "The start does not wait for the app",
    why: "The SDK asks the app up to 100 times, once a second, and raises while the task goes on. Here the handle comes at once; `run.ready()` waits as long as it is told to.",
    ends: { "ready-never": started(plain) },
  },
  {
    chapter: "The start",
    title: "A training that goes on from another waits for a person",
    why: "The platform opens its page with the settings filled in and does not start it. The SDK does not say so; here the run carries a warning. The request is the same.",
    ends: Object.fromEntries(
      [
        "finetune-ok-no-agent",
        "finetune-ok-agent",
        "finetune-extra-kwargs",
        "finetune-other-project",
        "finetune-other-project-no-agent",
        "finetune-project-none",
        "finetune-many-kwargs",
        "finetune-task-deployed",
        "finetune-task-error-with-experiment",
        "rerun-ok-no-agent",
        "rerun-ok-agent",
        "rerun-other-project",
        "rerun-other-project-no-agent",
        "rerun-project-none",
        "rerun-many-kwargs",
        "rerun-data-with-odd-extras",
      ].map((name) => [name, startedWith(["NO_AUTOSTART"], name)]),
    ),
  },
];
