// report: nothing
/* The same of failures, which one that goes well ends. */
unsigned failures;

void page_failed(void) {
    failures++;
}

void page_done(void) {
    failures = 0;
}
