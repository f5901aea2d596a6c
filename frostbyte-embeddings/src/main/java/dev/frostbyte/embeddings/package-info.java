/**
 * Embedding on this machine: ONNX Runtime with a model and a tokenizer that come with the jar, or
 * with the user's own files. Nothing here opens a connection; ONNX Runtime unpacks its native
 * library into the temp folder.
 */
@NullMarked
package dev.frostbyte.embeddings;

import org.jspecify.annotations.NullMarked;
