package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Reveals;
import dev.frostbyte.core.Reviews;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.TenantSettings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a way to change something must name its event, here and in the manual. */
class EventDoorsIT {
  /** First event of each door that changes something or hands something out. */
  private static final Map<String, EventType> DOORS =
      Map.ofEntries(
          Map.entry("createTenant", EventType.TENANT_REQUESTED),
          Map.entry("open", EventType.KEY_USED),
          Map.entry("egress", EventType.EGRESS_REQUESTED),
          Map.entry("ingest", EventType.BATCH_RECEIVED),
          Map.entry("search", EventType.RETRIEVAL_EXECUTED),
          Map.entry("erase", EventType.ERASURE_REQUESTED),
          Map.entry("accept", EventType.RELEASE_REQUESTED),
          Map.entry("approve", EventType.REVIEW_DECIDED),
          Map.entry("reject", EventType.REVIEW_DECIDED),
          Map.entry("release", EventType.RELEASE_REQUESTED),
          Map.entry("ask", EventType.REVEAL_ASKED),
          Map.entry("allow", EventType.REVEAL_DECIDED),
          Map.entry("refuse", EventType.REVEAL_DECIDED),
          Map.entry("read", EventType.REVEAL_REQUESTED),
          Map.entry("rescan", EventType.PUBLISH_REQUESTED),
          Map.entry("readBy", EventType.TENANT_CONFIG_UPDATED),
          Map.entry("readAsConfigured", EventType.TENANT_CONFIG_UPDATED),
          Map.entry("changeParseLimits", EventType.TENANT_CONFIG_UPDATED),
          Map.entry("changePolicy", EventType.POLICY_CHANGED),
          Map.entry("consent", EventType.TENANT_CONFIG_UPDATED),
          Map.entry("withdraw", EventType.TENANT_CONFIG_UPDATED),
          Map.entry("rebuild", EventType.PROJECTIONS_REBUILT),
          Map.entry("attestation", EventType.LOG_SEALED),
          Map.entry("sealAudit", EventType.LOG_SEALED),
          Map.entry("prove", EventType.LOG_SEALED),
          Map.entry("audit", EventType.LOG_SEALED),
          Map.entry("exportAudit", EventType.EXPORT_REQUESTED),
          Map.entry("signReport", EventType.EXPORT_REQUESTED),
          Map.entry("close", EventType.LOG_SEALED));

  /** Doors through which the tenant's own caller looks at what is there. */
  private static final Set<String> LOOKING =
      Set.of(
          "tenants",
          "workbench",
          "tenant",
          "document",
          "documents",
          "counts",
          "judgedByOthers",
          "consents",
          "parserChoices",
          "policy",
          "personalTypes",
          "parseLimits",
          "settings",
          "reviews",
          "reveals",
          "asked",
          "waiting",
          "show",
          "report",
          "checkReport",
          "batches",
          "verifyAudit");

  private static final Pattern ROW = Pattern.compile("`([a-z_.]+)`( \u2020)?");

  @Test
  void everyDoorIntoTheLibraryHasItsType() {
    Set<String> doors =
        Stream.of(
                Pipeline.class,
                TenantSession.class,
                TenantSettings.class,
                Reviews.class,
                Reveals.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = new TreeSet<>(DOORS.keySet());
    named.addAll(LOOKING);
    assertThat(doors).isEqualTo(named);
  }

  @Test
  void theManualHasEveryTypeAndMarksThoseThatNothingWrites() throws IOException {
    Map<EventType, Boolean> marked = new TreeMap<>();
    for (String line : section("## Every change of state has its type").split("\n")) {
      Matcher name = ROW.matcher(line.startsWith("| `") ? line.split("\\|")[1] : "");
      while (name.find()) {
        EventType type = EventType.ofWireName("io.frostbyte." + name.group(1) + ".v1");
        marked.merge(type, name.group(2) != null, Boolean::logicalOr);
      }
    }
    assertThat(marked.keySet()).containsExactly(EventType.values());
    marked.values().removeIf(unwritten -> !unwritten);
    Set<EventType> unwritten = EnumSet.allOf(EventType.class);
    unwritten.removeAll(written());
    assertThat(marked.keySet()).isEqualTo(unwritten);
  }

  /** Types that the engine, or the log when it is handed over, has to do with. */
  private static Set<EventType> written() {
    return new ClassFileImporter()
        .importPackages("dev.frostbyte.core", "dev.frostbyte.audit").stream()
            .filter(
                type ->
                    type.getPackageName().startsWith("dev.frostbyte.core")
                        || type.getSimpleName().equals("Handover"))
            .flatMap(type -> type.getFieldAccessesFromSelf().stream())
            .filter(access -> access.getTargetOwner().isEquivalentTo(EventType.class))
            .map(access -> EventType.valueOf(access.getTarget().getName()))
            .collect(Collectors.toSet());
  }

  private static String section(String heading) throws IOException {
    String manual = Files.readString(Samples.root().resolve("docs/audit.md"));
    int start = manual.indexOf(heading);
    return manual.substring(start, manual.indexOf("\n## ", start + 1));
  }
}
