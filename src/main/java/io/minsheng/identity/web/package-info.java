/** Pages of signing in and out. */
package io.minsheng.identity.web;
