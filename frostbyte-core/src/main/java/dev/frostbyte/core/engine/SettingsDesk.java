package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.core.Consent;
import dev.frostbyte.core.ParserChoice;
import dev.frostbyte.core.TenantSettings;
import dev.frostbyte.core.policy.GatePolicy;
import java.util.List;

/** Where one caller sees and changes what the tenant decides. Thread-safe. */
final class SettingsDesk implements TenantSettings {
  private final TenantRuntime runtime;
  private final String actor;
  private final Runnable requireOpen;

  SettingsDesk(TenantRuntime runtime, String actor, Runnable requireOpen) {
    this.runtime = runtime;
    this.actor = actor;
    this.requireOpen = requireOpen;
  }

  @Override
  public AuditReceipt consent(Consent consent) {
    return Consents.change(open(), actor, consent, true);
  }

  @Override
  public AuditReceipt withdraw(Consent consent) {
    return Consents.change(open(), actor, consent, false);
  }

  @Override
  public List<Consent> consents() {
    return open().parts().catalog().settings().consents().all();
  }

  @Override
  public AuditReceipt readBy(ParserChoice choice) {
    return ParserChoices.choose(open(), actor, choice);
  }

  @Override
  public AuditReceipt readAsConfigured(MediaType type) {
    return ParserChoices.forget(open(), actor, type);
  }

  @Override
  public List<ParserChoice> parserChoices() {
    return open().parts().catalog().settings().choices().all();
  }

  @Override
  public AuditReceipt changePolicy(GatePolicy policy) {
    return Policies.change(open(), actor, policy);
  }

  @Override
  public GatePolicy policy() {
    return open().parts().catalog().settings().policies().current();
  }

  @Override
  public List<String> personalTypes() {
    return Policies.types(open());
  }

  @Override
  public AuditReceipt changeParseLimits(ParseLimits limits) {
    return TenantLimits.change(open(), actor, limits);
  }

  @Override
  public ParseLimits parseLimits() {
    return open().parts().parseLimits();
  }

  private TenantRuntime open() {
    requireOpen.run();
    return runtime;
  }
}
