// What is under way in a class of the backend.
#pragma once

namespace teleconsult::service {

/// Counts operations, so that whoever destroys the class that runs them can wait for the last one. Lives on one thread.
class Operations
{
public:
    /// Lives as long as one operation.
    class Scope
    {
    public:
        explicit Scope(Operations &owner) : m_owner(owner) { ++m_owner.m_count; }
        ~Scope() { --m_owner.m_count; }
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        Operations &m_owner;
    };

    bool areDone() const { return m_count == 0; }

private:
    int m_count = 0;
};

} // namespace teleconsult::service
