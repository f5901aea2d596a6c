package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.core.policy.GatePolicy;
import java.util.List;

/**
 * What a tenant decides about its own documents: where they may be sent, who reads them, within
 * which budgets, and what the gates let pass. Every change is an event of its audit log, holds in
 * every session of the tenant, and outlives all of them. Thread-safe.
 */
public interface TenantSettings {
  /**
   * Lets whole documents of the tenant, as they were handed in, be sent to a host for a purpose;
   * where the pipeline's egress policy allows the host, too. Holds for every session until it is
   * withdrawn. Durable when this returns.
   */
  AuditReceipt consent(Consent consent);

  /**
   * Takes a consent back, whether it was given or not: nothing is sent on it from when this
   * returns. A request that is under way is not called back.
   */
  AuditReceipt withdraw(Consent consent);

  /** Every consent that stands, sorted. */
  List<Consent> consents();

  /**
   * Has documents of a type read by other parsers of the pipeline than those of its own chain, in
   * every session, until it is changed or taken back. Documents that are handed in again are read
   * anew. Durable when this returns.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INVALID_ARGUMENT} when the pipeline
   *     does not read the type, {@code PLUGIN_UNKNOWN} when it holds no such parser for it
   */
  AuditReceipt readBy(ParserChoice choice);

  /** Has documents of a type read by the pipeline's chain again. Durable when this returns. */
  AuditReceipt readAsConfigured(MediaType type);

  /** Every choice that stands, by type. */
  List<ParserChoice> parserChoices();

  /**
   * Has documents judged by a policy of the tenant's own, in every session, until it is changed.
   * What is served stays served until it is handed in again or {@link TenantSession#rescan} reads
   * it; what waits for a person waits on. Durable when this returns.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INVALID_ARGUMENT} when the policy
   *     names a type of personal data that is none of {@link #personalTypes} and not in the policy
   *     that stands, or more of them than one event tells
   */
  AuditReceipt changePolicy(GatePolicy policy);

  /** The policy that stands; {@link GatePolicy#DEFAULT} until it was changed. */
  GatePolicy policy();

  /** Types of personal data that the pipeline's inspectors find, sorted; a policy may name them. */
  List<String> personalTypes();

  /**
   * Has documents read within budgets of the tenant's own, in every session, until they are
   * changed; of each the smaller one of these and the pipeline's counts. Durable when this returns.
   */
  AuditReceipt changeParseLimits(ParseLimits limits);

  /** The budgets within which documents are read. */
  ParseLimits parseLimits();
}
