import { readFile } from "node:fs/promises";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

import { NEO4J_VERSION } from "../../scripts/neo4j/release.js";

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), "utf8");

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly healthcheck?: unknown;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const compose = await read("docker-compose.yml");
const { services } = parse(compose, { merge: true }) as { readonly services: Readonly<Record<string, Service>> };
const dockerfile = await read("Dockerfile");

describe("the image", () => {
  it("has a Dockerfile without a finding", () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it("runs as a user that owns nothing in it, and says when it is healthy", () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM"));
    expect(last).toMatch(/^USER node$/m);
    expect(last.indexOf("USER node")).toBeGreaterThan(last.lastIndexOf("COPY"));
    expect(last).not.toMatch(/--chown/);
    expect(last).toMatch(/^HEALTHCHECK /m);
  });
});

describe("the composition", () => {
  it("is one database, one load, two servers and a proxy", () => {
    expect(Object.keys(services)).toEqual(["neo4j", "load", "plenary-1", "plenary-2", "proxy"]);
  });

  it("holds no password, and asks for one", () => {
    const passwords = compose.split("\n").filter((line) => /^\s*(NEO4J_PASSWORD|NEO4J_AUTH):/.test(line));
    expect(passwords.length).toBeGreaterThanOrEqual(2);
    for (const line of passwords) expect(line).toMatch(/: (neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
  });

  it("listens on loopback only", () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it("starts the servers after the load, and the load after the database", () => {
    expect(services["load"]?.depends_on).toEqual({ neo4j: { condition: "service_healthy" } });
    for (const name of ["plenary-1", "plenary-2"]) {
      expect(services[name]?.depends_on).toEqual({ load: { condition: "service_completed_successfully" } });
    }
  });

  it("gives no service of ours a file system to write to", () => {
    for (const name of ["load", "plenary-1", "plenary-2", "proxy"]) expect(services[name]?.read_only).toBe(true);
  });

  it("uses the database that the tests use, and a proxy that knows every server", async () => {
    expect(services["neo4j"]?.image).toBe(`neo4j:${NEO4J_VERSION}-community`);
    expect(await read("deploy/Caddyfile")).toMatch(/reverse_proxy plenary-1:4000 plenary-2:4000 /);
  });
});
