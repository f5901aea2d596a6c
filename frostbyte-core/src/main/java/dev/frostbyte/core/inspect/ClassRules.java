package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.DocumentClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the rules of {@code classes.rules}, whose first lines say how one is written. */
final class ClassRules {
  private static final String RESOURCE = "classes.rules";

  private ClassRules() {}

  static List<ClassRule> load() {
    return RuleFile.rules(RESOURCE).stream().map(ClassRules::rule).toList();
  }

  private static ClassRule rule(String line) {
    String[] sides = line.split(" : ", 2);
    String[] head = sides[0].strip().split(" ");
    return new ClassRule(
        DocumentClass.valueOf(head[0].toUpperCase(Locale.ROOT)),
        ClassRule.Part.valueOf(head[1].toUpperCase(Locale.ROOT)),
        Double.parseDouble(head[2]),
        Arrays.stream(sides[1].split("\\|")).map(String::strip).toList());
  }
}
