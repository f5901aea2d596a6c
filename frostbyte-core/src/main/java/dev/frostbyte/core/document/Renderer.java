package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Renders a canonical document as text a person or another program reads. Stateless. */
public enum Renderer {
  /** GitHub-flavoured Markdown; tables as HTML where cells span, as pipes otherwise. */
  MARKDOWN("md", MarkdownRenderer::render),
  /** The canonical document itself, after the schema {@code canonical.schema.json}. */
  JSON("json", CanonicalJson::render),
  /** One HTML page of semantic elements; it fetches nothing and runs nothing. */
  HTML("html", HtmlRenderer::render),
  /** DoclingDocument JSON, version 1.10.0, as the Docling tools read it. */
  DOCLING("docling.json", DoclingRenderer::render),
  /** A list of elements as the Unstructured tools give and read it. */
  UNSTRUCTURED("unstructured.json", UnstructuredRenderer::render),
  /** The body's text, elements separated by empty lines. */
  TEXT("txt", Renderer::body);

  private final String extension;
  private final Function<CanonicalDocument, String> form;

  Renderer(String extension, Function<CanonicalDocument, String> form) {
    this.extension = extension;
    this.form = form;
  }

  /** The document in this form. */
  public String render(CanonicalDocument document) {
    return form.apply(document);
  }

  /** File name extension, without the dot. */
  public String extension() {
    return extension;
  }

  private static String body(CanonicalDocument document) {
    CodePoints text = CodePoints.of(document.original().value());
    return document.elements().stream()
        .filter(element -> !(element instanceof Element.Furniture))
        .map(element -> text.slice(element.span().start(), element.span().end()))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }
}
