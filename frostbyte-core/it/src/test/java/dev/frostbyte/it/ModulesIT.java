package dev.frostbyte.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.frostbyte.api.spi.StageProvider;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directions between modules, what they show, and what none of them does. */
class ModulesIT {
  private static final List<String> PLUGINS =
      List.of("parsers", "embeddings", "store", "audit", "hetzner");
  private static final Set<String> ENTRY_POINTS =
      Set.of(
          "dev.frostbyte.audit.FileAuditProvider",
          "dev.frostbyte.audit.FileWitness",
          "dev.frostbyte.audit.WitnessClient",
          "dev.frostbyte.audit.TimeStampClient",
          "dev.frostbyte.audit.WitnessAnswer",
          "dev.frostbyte.audit.FrostbyteVerify",
          "dev.frostbyte.parsers.worker.WorkerMain");

  /** What parsers of several packages share is public to Java and to nobody else. */
  private static final String SHARED = "dev.frostbyte.parsers.internal";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("frostbyte-testkit"))
          .withImportOption(location -> !location.contains("dev/frostbyte/it/"))
          .importPackages("dev.frostbyte");

  @Test
  void theWholeLibraryIsLookedAt() {
    for (String module : List.of("api", "core", "embedded")) {
      assertThat(ALL.that(resideInAPackage("dev.frostbyte." + module + ".."))).isNotEmpty();
    }
    for (String plugin : PLUGINS) {
      assertThat(ALL.that(resideInAPackage("dev.frostbyte." + plugin + ".."))).isNotEmpty();
    }
  }

  @Test
  void theApiDependsOnTheJdkAndJSpecifyOnly() {
    classes()
        .that()
        .resideInAPackage("dev.frostbyte.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.frostbyte.api..", "java..", "javax.crypto..", "org.jspecify..")
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parsers", "embeddings", "store", "audit", "hetzner"})
  void aPluginSeesNothingOfTheLibraryButTheApi(String plugin) {
    noClasses()
        .that()
        .resideInAPackage("dev.frostbyte." + plugin + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.frostbyte..")
                .and(
                    resideOutsideOfPackages(
                        "dev.frostbyte.api..", "dev.frostbyte." + plugin + "..")))
        .check(ALL);
  }

  @Test
  void coreNamesNoPlugin() {
    noClasses()
        .that()
        .resideInAPackage("dev.frostbyte.core..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.frostbyte..")
                .and(resideOutsideOfPackages("dev.frostbyte.api..", "dev.frostbyte.core..")))
        .check(ALL);
  }

  @Test
  void aPluginShowsItsProvidersOnly() {
    assertThat(
            ALL.stream()
                .filter(ModulesIT::isOfAPlugin)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass())
                .filter(type -> !type.isAssignableTo(StageProvider.class))
                .filter(type -> !type.getPackageName().startsWith("dev.frostbyte.hetzner"))
                .filter(type -> !type.getPackageName().equals(SHARED))
                .map(JavaClass::getName)
                .filter(name -> !ENTRY_POINTS.contains(name)))
        .isEmpty();
  }

  /** But for the hetzner client, and for the malware scanner that a configuration names. */
  @Test
  void whatParsersShareIsTheirsAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.frostbyte.parsers..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SHARED)
        .check(ALL);
  }

  @Test
  void nobodyConnects() {
    calls(
            "dev.frostbyte.[hetzner|core.malware]..",
            access ->
                access.getTargetOwner().getPackageName().startsWith("java.net.http")
                    || Set.of(
                            "java.net.Socket",
                            "java.net.ServerSocket",
                            "java.net.DatagramSocket",
                            "java.net.URLConnection",
                            "java.net.HttpURLConnection",
                            "java.nio.channels.SocketChannel",
                            "java.nio.channels.ServerSocketChannel",
                            "java.nio.channels.AsynchronousSocketChannel")
                        .contains(access.getTargetOwner().getName())
                    || calls(access, "java.net.URL", "openStream", "openConnection", "getContent"))
        .check(ALL);
  }

  /** Besides the launcher only what runs Tesseract, which nobody chooses but by name and path. */
  @Test
  void onlyTheParserLauncherStartsPrograms() {
    calls(
            "dev.frostbyte.parsers.worker..",
            access ->
                !access
                        .getOriginOwner()
                        .getName()
                        .equals("dev.frostbyte.parsers.ocr.TesseractProgram")
                    && (access.getTargetOwner().getName().equals("java.lang.ProcessBuilder")
                        || calls(access, "java.lang.Runtime", "exec")))
        .check(ALL);
  }

  /** But for the stand-alone verifier, which is a program. */
  @Test
  void nobodyPrints() {
    calls(
            "dev.frostbyte.parsers.worker..",
            access ->
                access.getTargetOwner().getName().equals("java.lang.System")
                    && !access.getOriginOwner().getName().endsWith(".FrostbyteVerify")
                    && Set.of("out", "err").contains(access.getName()))
        .check(ALL);
  }

  /** But for the messages of the hetzner client, which is no part of a pipeline. */
  @Test
  void nothingDependsOnLocaleZoneOrCharsetOfTheMachine() {
    calls("dev.frostbyte.hetzner..", ModulesIT::asksTheMachine).check(ALL);
  }

  /** But for the waits between two calls of the hetzner client. */
  @Test
  void randomNumbersAreSecureOnes() {
    calls(
            "dev.frostbyte.hetzner..",
            access ->
                Set.of(
                            "java.util.Random",
                            "java.util.SplittableRandom",
                            "java.util.concurrent.ThreadLocalRandom")
                        .contains(access.getTargetOwner().getName())
                    || calls(access, "java.lang.Math", "random"))
        .check(ALL);
  }

  @Test
  void theRulesFindWhatTheyForbid() {
    JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);
    assertThat(
            calls("nowhere..", ModulesIT::asksTheMachine)
                .evaluate(careless)
                .getFailureReport()
                .getDetails())
        .hasSize(4);
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    boolean zone =
        calls(access, "java.time.ZoneId", "systemDefault")
            || calls(access, "java.util.TimeZone", "getDefault")
            || (access.getTargetOwner().getName().startsWith("java.time.Local")
                && access.getName().equals("now")
                && access.getDescription().contains(".now()"));
    boolean charset =
        calls(access, "java.nio.charset.Charset", "defaultCharset")
            || access.getDescription().contains("java.lang.String.getBytes()>")
            || access.getDescription().contains("java.lang.String.getBytes()")
            || access.getDescription().contains("<java.lang.String.<init>([B)>")
            || access.getDescription().contains("FileReader.<init>(java.lang.String)")
            || access.getDescription().contains("InputStreamReader.<init>(java.io.InputStream)>");
    boolean locale =
        access.getDescription().contains("String.toLowerCase()")
            || access.getDescription().contains("String.toUpperCase()")
            || calls(access, "java.util.Locale", "getDefault")
            || access.getDescription().contains("String.format(java.lang.String, [")
            || access.getDescription().contains("String.formatted(");
    return zone || charset || locale;
  }

  private static boolean calls(JavaAccess<?> access, String owner, String... names) {
    return access.getTargetOwner().getName().equals(owner)
        && Set.of(names).contains(access.getName());
  }

  private static ArchRule calls(
      String exempt, java.util.function.Predicate<JavaAccess<?>> forbidden) {
    return noClasses()
        .that()
        .resideInAPackage("dev.frostbyte..")
        .and()
        .resideOutsideOfPackage(exempt)
        .should()
        .accessTargetWhere(DescribedPredicate.describe("is forbidden here", forbidden::test))
        .allowEmptyShould(true);
  }

  private static boolean isOfAPlugin(JavaClass type) {
    return PLUGINS.stream()
        .anyMatch(plugin -> type.getPackageName().startsWith("dev.frostbyte." + plugin));
  }

  /** What nobody may write. */
  static final class Careless {
    private Careless() {}

    static String ask(byte[] bytes) {
      return new String(bytes).toLowerCase()
          + java.time.ZoneId.systemDefault()
          + String.format("%d", bytes.length);
    }
  }
}
