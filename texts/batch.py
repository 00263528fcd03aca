"""Many files at once: what ended a file, and the overview of all of them."""

TEXTS = {
    # What ended the check of one file.
    "batch.too-long": (
        "kiểm quá {seconds} giây nên đã dừng; hãy xem tệp có phần lạ hoặc quá lớn không, rồi chạy riêng tệp này với --seconds lớn hơn",
        "the check took more than {seconds} seconds and was ended; see whether the file holds something odd or huge, then run it alone with more --seconds",
    ),
    "batch.too-large": (
        "tệp cần hơn {limit} MB bộ nhớ nên đã dừng; các tệp khác không bị ảnh hưởng",
        "the file needs more than {limit} MB of memory and was ended; other files are not affected",
    ),
    "batch.died": (
        "tiến trình kiểm tệp này bị ngắt đột ngột; các tệp khác không bị ảnh hưởng",
        "the process that checked this file ended suddenly; other files are not affected",
    ),
    "batch.not-begun": (
        "không khởi động được tiến trình kiểm; hãy đóng bớt chương trình rồi chạy lại với --jobs 1",
        "no process could be started for the check; close some programs and run again with --jobs 1",
    ),
    # Lists of files.
    "batch.list-large": (
        "Danh sách {file} quá lớn. Hãy dùng danh sách dưới 64 MB.",
        "The list {file} is too large. Use one below 64 MB.",
    ),
    "batch.list-unreadable": (
        "Không đọc được danh sách {file}: {why}. Hãy kiểm tra quyền đọc.",
        "The list {file} cannot be read: {why}. Check its permissions.",
    ),
    "batch.list-encoding": (
        "Danh sách {file} không phải UTF-8. Hãy lưu lại dạng CSV UTF-8.",
        "The list {file} is not UTF-8. Save it as CSV UTF-8.",
    ),
    # The store and the cluster.
    "batch.store": (
        "Không dùng được tệp --resume {file}: {why}. Hãy chọn tệp khác.",
        "The file of --resume, {file}, cannot be used: {why}. Choose another one.",
    ),
    "batch.store-other": (
        "{file} không phải tệp kết quả của --resume nên không được ghi vào. Hãy chọn tệp khác.",
        "{file} is no file of --resume and is not written to. Choose another one.",
    ),
    "batch.no-distributed": (
        'Máy này chưa có Dask. Hãy cài: pip install "dti-excel[cluster]".',
        'Dask is not installed. Install: pip install "dti-excel[cluster]".',
    ),
    "batch.no-cluster": (
        "Không kết nối được cụm máy {address}: {why}. Hãy kiểm tra địa chỉ và máy chủ điều phối.",
        "The cluster {address} does not answer: {why}. Check the address and its scheduler.",
    ),
    "batch.no-workers": (
        "Cụm máy {address} chưa có máy làm việc nào. Hãy khởi động dask worker.",
        "The cluster {address} has no workers. Start a dask worker.",
    ),
    "batch.other-program": (
        "Máy của cụm {address} có bản dti-excel hoặc bộ chỉ số khác máy này. Hãy cài cùng một bản.",
        "The workers of {address} have another dti-excel or other tables. Install the same version.",
    ),
    "batch.no-parquet": (
        'Ghi Parquet cần pyarrow. Hãy cài: pip install "dti-excel[parquet]".',
        'Parquet needs pyarrow. Install: pip install "dti-excel[parquet]".',
    ),
    "batch.needs-many": (
        "{option} chỉ dùng khi đối soát nhiều tệp.",
        "{option} is for checking several files.",
    ),
    "batch.working": ("Đang đối soát", "Checking"),
    "batch.files": ("tệp", "files"),
    "batch.left": ("còn", "left"),
    # The overview.
    "batch.title": ("Tổng hợp đối soát {count} tệp", "Overview of {count} checked files"),
    "batch.summary": ("Tổng hợp", "Overview"),
    "batch.findings": ("Phát hiện", "Findings"),
    "batch.four": ("Bốn tổng", "Four totals"),
    "batch.unit": ("Đơn vị", "Unit"),
    "batch.warnings": ("Số cảnh báo", "Warnings"),
    "batch.missing": ("Dòng thiếu số liệu", "Rows missing"),
    "batch.unread": ("Dòng chưa đối chiếu", "Rows unchecked"),
    "batch.unread-points": ("Điểm chưa đối chiếu", "Points unchecked"),
    "batch.maximum": ("Tối đa", "Maximum"),
    "batch.gap": ("Gõ tay − máy chấm", "Typed − engine"),
    "batch.to-findings": ("xem phát hiện", "findings"),
    "batch.severity": ("Mức", "Severity"),
    "batch.expected": ("Đúng ra", "Expected"),
    "batch.actual": ("Trong tệp", "In the file"),
    "batch.search": ("Tìm tên đơn vị hoặc tệp", "Find a unit or a file"),
    "batch.all": ("Tất cả", "All"),
    "batch.shown": ("Đang hiện", "Shown"),
    "batch.open": ("Xem trang của đơn vị", "The unit's page"),
    "batch.missing-count": ("{count} dòng thiếu", "{count} rows missing"),
    "batch.unread-count": (
        "{count} dòng, {points} điểm chưa đối chiếu được",
        "{count} rows, {points} points not checked",
    ),
    "batch.written": ("Đã ghi: {file}", "Written: {file}"),
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("cảnh báo", "warning"),
    "severity.info": ("lưu ý", "note"),
}
