package dev.frostbyte.audit;

import java.util.List;

/** The renderings of an export. Every call gives new ones. */
final class Renderings {
  private Renderings() {}

  /** Those of the log of an origin: OCSF, OpenLineage, PROV. */
  static List<Rendering> of(String origin) {
    return List.of(
        new OcsfRendering(origin), new OpenLineageRendering(origin), new ProvRendering(origin));
  }
}
