/**
 * The audit log on disk: an append-only journal as authority, an RFC 6962 Merkle tree over it,
 * signed checkpoints and exports in the C2SP formats, and a verifier that needs no trust in the
 * writer. The format is described in {@code docs/audit.md}.
 */
@NullMarked
package dev.frostbyte.audit;

import org.jspecify.annotations.NullMarked;
