Option Explicit
Option Private Module

Private Const NOBODY_ANSWERS As Long = 2029
Private server As Object
Private silentUntil As Date

' The result of one function. The server gives an error value as a whole number, since it can hand
' over no other; a result that is a number is always a Double. A server that was ended is started
' once more. Where there is none the cell shows #NAME?, as on a computer without the add-in, and
' for ten seconds no other cell waits for it.
Public Function Answer(ByVal called As String, ByRef given As Variant) As Variant
    Dim result As Variant
    Dim tries As Long
    If Now < silentUntil Then
        Answer = CVErr(NOBODY_ANSWERS)
        Exit Function
    End If
    On Error Resume Next
    For tries = 1 To 2
        Err.Clear
        result = Running().Compute(called, given)
        If Err.Number = 0 Then Exit For
        Set server = Nothing
    Next tries
    If Err.Number <> 0 Then
        result = NOBODY_ANSWERS
        silentUntil = Now + TimeSerial(0, 0, 10)
    End If
    Select Case VarType(result)
        Case vbInteger, vbLong
            Answer = CVErr(result)
        Case Else
            Answer = result
    End Select
End Function

' The server; Windows starts it where it does not run yet.
Public Function Running() As Object
    If server Is Nothing Then Set server = CreateObject("@PROGID@")
    Set Running = server
End Function

' The next call starts a new server.
Public Sub Forget()
    Set server = Nothing
End Sub

' What an argument holds. Value2 knows no dates and no currency; a blank cell stays Empty; what was
' left out is Empty too; the areas of a joined range follow one another.
Public Function HeldIn(ByRef given As Variant) As Variant
    Dim areas() As Variant
    Dim k As Long
    If IsMissing(given) Then
        HeldIn = Empty
    ElseIf Not IsObject(given) Then
        HeldIn = given
    ElseIf given.Areas.Count = 1 Then
        HeldIn = HeldInArea(given)
    Else
        ReDim areas(1 To given.Areas.Count)
        For k = 1 To given.Areas.Count
            areas(k) = HeldInArea(given.Areas(k))
        Next k
        HeldIn = areas
    End If
End Function

' Whole columns and rows end where the sheet is used.
Private Function HeldInArea(ByVal area As Object) As Variant
    If area.Rows.Count = area.Worksheet.Rows.Count Or area.Columns.Count = area.Worksheet.Columns.Count Then
        Set area = Application.Intersect(area, area.Worksheet.UsedRange)
    End If
    If area Is Nothing Then
        HeldInArea = Empty
    Else
        HeldInArea = area.Value2
    End If
End Function

' Any letters from ASCII: \1EA1 is the letter with that number.
Public Function Words(ByVal coded As String) As String
    Dim parts() As String
    Dim result As String
    Dim k As Long
    parts = Split(coded, "\")
    result = parts(0)
    For k = 1 To UBound(parts)
        result = result & ChrW(CLng("&H" & Left(parts(k), 4))) & Mid(parts(k), 5)
    Next k
    Words = result
End Function
