package dev.frostbyte.api.spi;

/** Makes a {@link DocumentStore} for one tenant. */
public interface DocumentStoreProvider extends StageProvider.PerTenant<DocumentStore> {}
