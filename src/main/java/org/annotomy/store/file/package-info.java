/** The few file operations that keeping work safe needs, and what their failures mean in words. */
package org.annotomy.store.file;
