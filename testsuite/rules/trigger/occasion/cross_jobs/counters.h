struct counters {
    unsigned long jobs, errors;
};

struct counters *counters(void);
void count_job(void);
void count_error(int is_fatal);
