/** Commands that search DICOMweb servers, open their series and send to them. */
package org.annotomy.command.web;
