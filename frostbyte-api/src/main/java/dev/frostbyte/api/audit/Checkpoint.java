package dev.frostbyte.api.audit;

import dev.frostbyte.api.model.ContentHash;

/**
 * A signed root. Immutable.
 *
 * @param origin the log
 * @param size number of entries it covers
 * @param root RFC 6962 tree head
 * @param note the signed note (C2SP tlog-checkpoint), exact bytes as text
 */
public record Checkpoint(String origin, long size, ContentHash root, String note) {}
