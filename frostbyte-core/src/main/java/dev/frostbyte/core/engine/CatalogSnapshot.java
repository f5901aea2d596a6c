package dev.frostbyte.core.engine;

import dev.frostbyte.core.Consent;
import dev.frostbyte.core.ParserChoice;
import java.util.List;
import java.util.Map;

/** A catalog at rest. */
record CatalogSnapshot(
    long position,
    Map<String, CatalogEntry> entries,
    List<OpenIntents.Intent> intents,
    List<Consent> consents,
    List<ParserChoice> choices,
    Map<String, Approvals.Approval> approvals) {}
