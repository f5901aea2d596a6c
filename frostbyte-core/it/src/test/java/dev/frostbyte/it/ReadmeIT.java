package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the README compile and do what they say, in a process of their own. */
class ReadmeIT {
  private static final Pattern LINES =
      Pattern.compile("## In twenty lines\\s+```java\n(.*?)```", Pattern.DOTALL);
  private static final String PROGRAM =
      """
      import dev.frostbyte.api.model.*;
      import dev.frostbyte.api.tenant.*;
      import dev.frostbyte.core.*;
      import java.nio.file.*;
      import java.util.*;

      class Readme {
        public static void main(String[] arguments) throws Exception {
      %s  }
      }
      """;

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void itsTwentyLinesRun() throws Exception {
    Samples.texts(folder.resolve("inbox"), 2);
    compile(Files.writeString(folder.resolve("Readme.java"), PROGRAM.formatted(lines())));
    String first = run();
    assertThat(first.lines())
        .contains("stored note-000.md", "stored note-001.md", "audit intact: true")
        .anyMatch(line -> line.startsWith("note-000.md: "));
    assertThat(folder.resolve("report.html")).content().startsWith("<!doctype html>");
    assertThat(run().lines()).contains("unchanged note-000.md");
  }

  private static String lines() throws IOException {
    Matcher found = LINES.matcher(Files.readString(Samples.root().resolve("README.md")));
    assertThat(found.find()).as("the README has its lines").isTrue();
    return found.group(1).indent(4);
  }

  private void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
      List<String> options =
          List.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString());
      boolean done = compiler.getTask(said, files, null, options, null, sources).call();
      assertThat(done).as(said.toString()).isTrue();
    }
  }

  private String run() throws Exception {
    String path = folder + System.getProperty("path.separator");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfrostbyte.keyFile=" + folder.resolve("keys").resolve("k"),
                "-cp",
                path + System.getProperty("java.class.path"),
                "Readme")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
