package dev.frostbyte.api.spi;

/** Makes an {@link ObjectStore} for one tenant. */
public interface ObjectStoreProvider extends StageProvider.PerTenant<ObjectStore> {}
