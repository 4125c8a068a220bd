/** Tables as files people open in a spreadsheet: values separated by commas, or a workbook. */
@NullMarked
package dev.waystation.platform.foundation.sheets;

import org.jspecify.annotations.NullMarked;
