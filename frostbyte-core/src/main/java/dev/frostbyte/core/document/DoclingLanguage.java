package dev.frostbyte.core.document;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Names of languages of code as Docling spells them ({@code CodeLanguageLabel}). Stateless. */
final class DoclingLanguage {
  private static final String UNKNOWN = "unknown";
  private static final Set<String> LABELS =
      Set.of(
          "Ada",
          "Awk",
          "Bash",
          "bc",
          "C",
          "C#",
          "C++",
          "CMake",
          "COBOL",
          "CSS",
          "Ceylon",
          "Clojure",
          "Crystal",
          "Cuda",
          "Cython",
          "D",
          "Dart",
          "dc",
          "Dockerfile",
          "Elixir",
          "Erlang",
          "FORTRAN",
          "Forth",
          "Go",
          "HTML",
          "Haskell",
          "Haxe",
          "Java",
          "JavaScript",
          "JSON",
          "Julia",
          "Kotlin",
          "Latex",
          "Lisp",
          "Lua",
          "Matlab",
          "MoonScript",
          "Nim",
          "OCaml",
          "ObjectiveC",
          "Octave",
          "PHP",
          "Pascal",
          "Perl",
          "Prolog",
          "Python",
          "Racket",
          "Ruby",
          "Rust",
          "SML",
          "SQL",
          "Scala",
          "Scheme",
          "Swift",
          "Tikz",
          "TypeScript",
          "VisualBasic",
          "XML",
          "YAML");

  /** What people write for them. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "sh",
          "Bash",
          "shell",
          "Bash",
          "js",
          "JavaScript",
          "ts",
          "TypeScript",
          "py",
          "Python",
          "yml",
          "YAML",
          "cpp",
          "C++",
          "cs",
          "C#",
          "rb",
          "Ruby",
          "golang",
          "Go");

  private static final Map<String, String> BY_NAME = byName();

  private DoclingLanguage() {}

  static String of(String written) {
    return BY_NAME.getOrDefault(written.toLowerCase(Locale.ROOT), UNKNOWN);
  }

  private static Map<String, String> byName() {
    Map<String, String> names = new TreeMap<>(ALIASES);
    LABELS.forEach(label -> names.put(label.toLowerCase(Locale.ROOT), label));
    return names;
  }
}
