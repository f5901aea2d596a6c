package dev.frostbyte.api.spi;

/** Makes a {@link VectorIndex} for one tenant. */
public interface VectorIndexProvider extends StageProvider.PerTenant<VectorIndex> {}
