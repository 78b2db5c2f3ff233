package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;

/** A person in a group: the key of much. */
record Place(GroupId group, PersonId person) {}
