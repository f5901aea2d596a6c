package dev.frostbyte.core.engine;

import dev.frostbyte.core.Consent;
import dev.frostbyte.core.ParserChoice;
import dev.frostbyte.core.policy.GatePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A catalog at rest. */
record CatalogSnapshot(
    long position,
    Map<String, CatalogEntry> entries,
    List<OpenIntents.Intent> intents,
    List<Consent> consents,
    List<ParserChoice> choices,
    GatePolicy policy,
    SortedMap<String, Long> limits,
    Map<String, Approvals.Approval> approvals,
    SortedMap<Long, Instant> moments,
    SortedMap<String, Kin> kinship) {}
