/** The outbox for people. */
package io.minsheng.correspondence.web;
