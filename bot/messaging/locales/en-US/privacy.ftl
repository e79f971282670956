# What is kept about a member: to be read, taken along, and erased.

end-erased = The clip was kept for you and has now been erased, as you asked.
    .next = There is nothing more to do.
reason-erased = its member had it erased
