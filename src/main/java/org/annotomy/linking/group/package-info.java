/** Images that belong together, and the file that says so. */
package org.annotomy.linking.group;
