package dev.frostbyte.api.spi;

/** Makes a {@link SafetyInspector}. */
public interface InspectorProvider extends StageProvider.Shared<SafetyInspector> {}
