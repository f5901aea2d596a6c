package dev.frostbyte.core.plugin;

import dev.frostbyte.api.spi.StageConfig;

/**
 * A plugin chosen by name. Immutable.
 *
 * @param kind which kind
 * @param name which plugin
 * @param config what to open it with
 */
public record Selection(StageKind kind, String name, StageConfig config) {}
