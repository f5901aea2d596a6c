package dev.frostbyte.api.audit;

import dev.frostbyte.api.model.ContentHash;

/**
 * Says where an event stands in a log. Its inclusion proof exists once the log is sealed past it.
 * Immutable.
 *
 * @param origin the log, as its checkpoints name it
 * @param index position, from 0
 * @param leafHash SHA-256(0x00 || leaf), RFC 6962 section 2.1
 */
public record AuditReceipt(String origin, long index, ContentHash leafHash) {}
