package io.larkdesk.app.console.plans;

/** What is wrong in which field of a form: the end of a text's key. */
record Wrong(String field, String problem) {}
