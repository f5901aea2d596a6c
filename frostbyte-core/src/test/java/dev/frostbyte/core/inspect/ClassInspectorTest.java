package dev.frostbyte.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.HiddenText;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.policy.Findings;
import dev.frostbyte.core.policy.Gate;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Waiver;
import dev.frostbyte.testkit.SafetyInspectorContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassInspectorTest {
  private static final SafetyInspector INSPECTOR =
      new ClassInspectorProvider().open(StageConfig.none());

  @Nested
  final class Contract extends SafetyInspectorContract {
    @Override
    protected InspectorProvider provider() {
      return new ClassInspectorProvider();
    }

    @Override
    protected List<InspectionTarget> suspicious() {
      return List.of(InspectionTarget.visible("INVOICE\nAmount due: 5"));
    }

    @Override
    protected List<InspectionTarget> harmless() {
      return List.of(hidden("INVOICE\nAmount due: 5"), InspectionTarget.visible(" \n"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONTRACT|Services Agreement\\nThis Agreement is made by and between A Ltd and B Ltd. Governing law: England.",
        "CONTRACT|Mietvertrag\\nzwischen den Parteien\\nVertragsgegenstand ist die Wohnung. Gerichtsstand ist Bonn.",
        "INVOICE|Invoice No 20417\\nBill to: Cedar Clinic\\nSubtotal 40.00\\nTotal due 48.00",
        "INVOICE|Facture\\nNuméro de facture 12\\nMontant dû : 40 EUR, total TTC 48 EUR",
        "SOP|Standard Operating Procedure\\nPurpose\\nThis procedure ...\\nResponsibilities\\nRevision history",
        "POLICY|Information Security Policy\\nThis policy applies to all staff. Policy owner: CISO.",
        "POLICY|Richtlinie zur Datensicherheit\\nDiese Richtlinie gilt für alle Beschäftigten.",
        "CORRESPONDENCE|Dear Ms Lind,\\nthank you for your order.\\nKind regards,\\nTom",
        "CORRESPONDENCE|Estimada señora:\\nLe escribo por su pedido.\\nAtentamente,\\nAna",
        "LEGAL_FILING|UNITED STATES DISTRICT COURT\\nCase No. 1:20-cv-1\\nA, Plaintiff, v. B, Defendant.\\nCOMPLAINT\\nJury trial demanded",
        "OTHER|Boiling points\\nWater boils at 100 degrees at sea level."
      })
  void tellsTheClassWithoutDoubt(DocumentClass expected, String text) {
    Classification found = classify(text.replace("\\n", "\n"), "file.txt");
    assertThat(found.documentClass()).isEqualTo(expected);
    assertThat(found.confidence()).isGreaterThanOrEqualTo(0.7);
    assertThat(found.version()).isEqualTo(ClassEvidence.VERSION);
  }

  @Test
  void aDocumentThatSpeaksForTwoClassesIsInDoubt() {
    Classification found =
        classify("Policy\nInvoice\nThis policy says when an invoice number is needed.", "x.txt");
    assertThat(found.confidence()).isLessThan(0.7);
  }

  @Test
  void theFileNameSpeaksToo() {
    assertThat(classify("Some table of things", "invoice-2024-06.csv").documentClass())
        .isEqualTo(DocumentClass.INVOICE);
  }

  private static Classification classify(String text, String fileName) {
    Findings findings =
        new Findings(
            INSPECTOR.inspect(InspectionTarget.visible(text)),
            List.of(),
            INSPECTOR.inspect(InspectionTarget.visible(fileName)));
    return new Gate(GatePolicy.DEFAULT).classify(findings, Waiver.NONE).orElseThrow();
  }

  private static InspectionTarget hidden(String text) {
    Span span = Span.of(TextName.HIDDEN, 0, text.length());
    return new InspectionTarget(
        TextName.HIDDEN,
        UntrustedText.of(text),
        List.of(new HiddenText(HiddenChannel.COLOUR, span)));
  }
}
