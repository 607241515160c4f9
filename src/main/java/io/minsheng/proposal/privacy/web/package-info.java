/** The notice for everyone, in any version, and the page where the office writes the next one. */
package io.minsheng.proposal.privacy.web;
