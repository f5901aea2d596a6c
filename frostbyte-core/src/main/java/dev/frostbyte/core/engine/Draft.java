package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;

/**
 * An event about to be appended. Immutable.
 *
 * @param payload sealed; empty when there is none
 */
record Draft(AuditEvent event, byte[] payload) {}
