/** JSON text as values that remember their line, for every file of ours; over Jackson's streaming parser. */
package org.annotomy.json;
