/** Long work: how it tells of its progress and how it is cancelled. */
package org.annotomy.task;
