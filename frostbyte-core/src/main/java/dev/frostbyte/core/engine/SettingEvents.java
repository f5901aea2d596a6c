package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Events by which a tenant changes what it decides about its documents. Stateless. */
final class SettingEvents {
  private static final String SETTING = "setting";

  private SettingEvents() {}

  /** What the event of a setting says, to be filled. */
  static SortedMap<String, Object> facts(String setting) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(SETTING, setting);
    return facts;
  }

  /** Whether an event changes this setting. */
  static boolean isOf(AuditEvent event, String setting) {
    return event.type() == EventType.TENANT_CONFIG_UPDATED
        && setting.equals(event.data().get(SETTING));
  }

  /** Writes a change; durable, and taken into the catalog, on return. */
  static AuditReceipt write(
      TenantRuntime runtime, EventType type, String actor, SortedMap<String, Object> facts) {
    return runtime.write(runtime.parts().journal().draft(type, actor, "tenant", facts, List.of()));
  }
}
