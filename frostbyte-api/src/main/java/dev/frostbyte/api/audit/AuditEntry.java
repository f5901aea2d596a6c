package dev.frostbyte.api.audit;

/**
 * An event as it stands in a log. Immutable; the payload must not be changed.
 *
 * @param receipt where
 * @param event what
 * @param payload sealed bytes kept beside the leaf; empty when there are none
 */
public record AuditEntry(AuditReceipt receipt, AuditEvent event, byte[] payload) {}
