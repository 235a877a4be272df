struct job {
    int copies, pages, mode;
    char note[160];
};

int read_job(struct job *job, const unsigned char *data);
void end_job(const struct job *job);
