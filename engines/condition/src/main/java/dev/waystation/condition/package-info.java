/** The condition language: tree, evaluator, SQL and bitmap compilers, sentences, explanation. */
@NullMarked
package dev.waystation.condition;

import org.jspecify.annotations.NullMarked;
