package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as the build leaves it. Where a JVM would only slow the test down, a script stands
 * for it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {
  private static final String SHOW = "#!/bin/sh\nfor a in \"$@\"; do printf '<%s>' \"$a\"; done\n";

  @TempDir Path folder;

  @Test
  void runsFromAnyFolder() throws Exception {
    Launched launched = Launched.run(folder, "--version");
    assertThat(launched.err()).isEmpty();
    assertThat(launched.out()).startsWith("frostbyte ");
    assertThat(launched.code()).isZero();
  }

  @Test
  void runsThroughLinks() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("first"), Launched.LAUNCHER);
    Path second = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
    Launched launched = Launched.run(second, folder, Map.of("FROSTBYTE_JAVA", show().toString()));
    assertThat(launched.out())
        .contains("<" + Path.of("target").toRealPath() + "/frostbyte-cli.jar:");
  }

  @Test
  void passesArgumentsUntouched() throws Exception {
    Launched launched =
        Launched.run(
            Launched.LAUNCHER,
            folder,
            Map.of("FROSTBYTE_JAVA", show().toString()),
            "a b",
            "*",
            "$HOME",
            "",
            "'\"\\");
    assertThat(launched.out()).endsWith("Main><a b><*><$HOME><><'\"\\>");
  }

  @Test
  void passesOptionsOfTheJvmAndJarsOfPlugins() throws Exception {
    Map<String, String> environment =
        Map.of(
            "FROSTBYTE_JAVA",
            show().toString(),
            "FROSTBYTE_OPTS",
            "-Xmx77m -Dx=y",
            "FROSTBYTE_CLASSPATH",
            "/p.jar");
    assertThat(Launched.run(Launched.LAUNCHER, folder, environment).out())
        .contains("<-Xmx77m><-Dx=y>", "lib/*:/p.jar>");
  }

  @Test
  void takesAJavaHomeThatIsNewEnough() throws Exception {
    Launched launched =
        Launched.run(Launched.LAUNCHER, folder, Map.of("JAVA_HOME", jdk("21.0.1").toString()), "x");
    assertThat(launched.out()).endsWith("Main><x>");
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() throws Exception {
    Launched launched =
        Launched.run(
            Launched.LAUNCHER, folder, Map.of("JAVA_HOME", jdk("17.0.9").toString()), "--version");
    assertThat(launched.out()).startsWith("frostbyte ");
  }

  @Test
  void saysWhatToInstallWhenNothingIsThere() throws Exception {
    String blind =
        Files.readString(Launched.LAUNCHER)
            .replace("/usr/lib/jvm", "/nowhere")
            .replace("/opt/", "/nowhere/");
    Path launcher = Files.writeString(folder.resolve("frostbyte"), blind);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment =
        Map.of("PATH", tools(), "JAVA_HOME", "", "HOME", folder.toString());
    Launched launched = Launched.run(launcher, folder, environment);
    assertThat(launched.err()).contains("no JDK 21 or newer was found", "Install");
    assertThat(launched.err().lines()).hasSize(1);
    assertThat(launched.code()).isEqualTo(2);
  }

  private Path show() throws Exception {
    return script(folder.resolve("show"));
  }

  private Path jdk(String version) throws Exception {
    Path home = folder.resolve("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin").resolve("java"));
    return home;
  }

  private static Path script(Path file) throws Exception {
    Files.writeString(file, SHOW);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A folder with the tools the launcher uses, and no java. */
  private String tools() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : new String[] {"dirname", "readlink", "sed"}) {
      Path found =
          Files.exists(Path.of("/usr/bin", tool))
              ? Path.of("/usr/bin", tool)
              : Path.of("/bin", tool);
      Files.createSymbolicLink(tools.resolve(tool), found);
    }
    return tools.toString();
  }
}
